	

serve